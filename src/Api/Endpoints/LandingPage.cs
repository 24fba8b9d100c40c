namespace Guildhall.Api.Endpoints;

/// <summary><c>/</c>: what this is and how to begin.</summary>
internal static class LandingPage
{
    private const string Html = """
        <!doctype html>
        <html lang="en">
        <head>
        <meta charset="utf-8">
        <meta name="viewport" content="width=device-width, initial-scale=1">
        <title>Guildhall</title>
        <style>
          body { font: 1rem/1.5 system-ui, sans-serif; max-width: 46rem; margin: 4rem auto; padding: 0 1rem; color: #1c2430; background: #fff }
          pre { background: #f2f4f7; padding: .75rem 1rem; border-radius: .4rem; overflow-x: auto }
          @media (prefers-color-scheme: dark) { body { color: #e6e9ee; background: #14181f } pre { background: #222936 } a { color: #8ab4f8 } }
        </style>
        </head>
        <body>
        <h1>Guildhall</h1>
        <p>One GraphQL API over everything that happens to a game character.</p>
        <ul>
          <li><a href="/graphql/">Explore the API</a> at <code>/graphql</code></li>
          <li><a href="/graphql?sdl">Read its schema</a></li>
        </ul>
        <h2>Upload a combat log</h2>
        <pre>curl {{address}}/graphql \
          -H 'GraphQL-Preflight: 1' \
          -F 'operations={"query":"mutation ($file: Upload!) { importCombatLog(input: { source: { upload: $file } }) { created logs { id fileName state } errors { __typename } } }","variables":{"file":null}}' \
          -F 'map={"0":["variables.file"]}' \
          -F '0=@WoWCombatLog.txt'</pre>
        <p>No log at hand? <code>guildhall generate combat-log --lines 100000 --output night.txt</code> makes one.</p>
        </body>
        </html>
        """;

    public static void MapLandingPage(this WebApplication application) => application.MapGet("/", static (HttpContext context) =>
    {
        context.Response.Headers.ContentSecurityPolicy = "default-src 'none'; style-src 'unsafe-inline'; frame-ancestors 'none'";
        context.Response.Headers.XContentTypeOptions = "nosniff";
        var address = System.Net.WebUtility.HtmlEncode($"{context.Request.Scheme}://{context.Request.Host}");
        return TypedResults.Content(Html.Replace("{{address}}", address, StringComparison.Ordinal), "text/html; charset=utf-8");
    });
}
