wrk.method = "POST"
wrk.headers["Content-Type"] = "application/json"
wrk.headers["Accept"] = "application/json"
wrk.body = '{"query":"{ items { id name sku description price quantity active createdAt parts { id name weight } owner { id name email } } }"}'
