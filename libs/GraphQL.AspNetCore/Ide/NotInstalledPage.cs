namespace GraphQL.AspNetCore.Ide;

/// <summary>What a browser sees while the files of Banana Cake Pop are absent.</summary>
internal static class NotInstalledPage
{
    public const string Text = """
        <!doctype html>
        <html lang="en">
        <head>
        <meta charset="utf-8">
        <meta name="viewport" content="width=device-width, initial-scale=1">
        <title>{{title}}</title>
        <style>
          body { font: 1rem/1.5 system-ui, sans-serif; max-width: 42rem; margin: 4rem auto; padding: 0 1rem; color: #1c2430; background: #fff }
          pre { background: #f2f4f7; padding: .75rem 1rem; border-radius: .4rem; overflow-x: auto }
          @media (prefers-color-scheme: dark) { body { color: #e6e9ee; background: #14181f } pre { background: #222936 } a { color: #8ab4f8 } }
        </style>
        </head>
        <body>
        <h1>{{title}}</h1>
        <p>This is a GraphQL endpoint, and it works. The page to explore it with, Banana Cake Pop, is not installed.</p>
        {{install}}
        <p>Any other client does as well; the schema is <a href="?sdl">here</a>:</p>
        <pre>curl {{endpoint}} -H 'Content-Type: application/json' -d '{"query":"{ __typename }"}'</pre>
        </body>
        </html>
        """;
}
