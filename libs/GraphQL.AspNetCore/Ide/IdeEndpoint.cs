using System.Buffers;
using System.Net;
using System.Text;
using System.Text.Json;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Extensions;
using Microsoft.AspNetCore.StaticFiles;
using Microsoft.Extensions.FileProviders;

namespace GraphQL.AspNetCore.Ide;

/// <summary>
/// What a browser gets at the endpoint: Banana Cake Pop from a folder, or a page that says how to get it. All its addresses
/// are relative, so the page lives at the endpoint with a slash behind.
/// </summary>
internal sealed class IdeEndpoint : IDisposable
{
    private const string Index = "index.html";
    private const string Configuration = "bcp-config.json";
    private const string ServiceWorker = "service-worker.js";

    /// <summary>
    /// Only our own origin, so that nothing typed into the page leaves for another one. Its editor makes workers from blobs
    /// and sets styles inline; its settings are checked by functions that it compiles from text.
    /// </summary>
    private const string ContentSecurityPolicy =
        "default-src 'self'; script-src 'self' 'unsafe-eval'; connect-src 'self' ws: wss:; worker-src 'self' blob:; style-src 'self' 'unsafe-inline'; "
        + "img-src 'self' data:; font-src 'self' data:; object-src 'none'; base-uri 'self'; frame-ancestors 'none'";

    private readonly IdeOptions _options;
    private readonly PhysicalFileProvider? _files;
    private readonly FileExtensionContentTypeProvider _contentTypes = new();
    private readonly byte[] _configuration;

    public IdeEndpoint(IdeOptions options)
    {
        _options = options;
        _configuration = WriteConfiguration(options);
        if (options.Directory is { } directory && File.Exists(Path.Combine(directory, Index)))
            _files = new PhysicalFileProvider(Path.GetFullPath(directory));
        _contentTypes.Mappings[".webmanifest"] = "application/manifest+json";
    }

    /// <summary>The page itself; from the endpoint without a slash it leads to the one with a slash.</summary>
    public Task ServePageAsync(HttpContext context)
    {
        var request = context.Request;
        if (!request.Path.Value!.EndsWith('/'))
        {
            // a browser keeps a permanent redirect for ever unless it is told not to
            context.Response.Headers.CacheControl = "no-cache";
            context.Response.Headers.Vary = "Accept";
            context.Response.Headers.Location = UriHelper.BuildRelative(request.PathBase, request.Path + "/", request.QueryString);
            context.Response.StatusCode = StatusCodes.Status301MovedPermanently;
            return Task.CompletedTask;
        }

        context.Response.Headers.Vary = "Accept";
        return _files is null ? ServeNotInstalledAsync(context) : ServeFileAsync(context, Index);
    }

    /// <summary>A file of the page, by its path below the endpoint.</summary>
    public Task ServeAssetAsync(HttpContext context, string path)
    {
        if (path == Configuration)
            return ServeBytesAsync(context, _configuration, "application/json; charset=utf-8");

        // a worker would keep the page's files through a change of the server, for the price of nothing on a local network
        return path == ServiceWorker || _files is null ? NotFound(context) : ServeFileAsync(context, path);
    }

    public void Dispose() => _files?.Dispose();

    private Task ServeFileAsync(HttpContext context, string path)
    {
        var file = _files!.GetFileInfo(path);
        if (!file.Exists || file.IsDirectory || file.PhysicalPath is null)
            return NotFound(context);

        SetHeaders(context.Response);
        // files below static/ carry a hash of their content in their names
        context.Response.Headers.CacheControl = path.StartsWith("static/", StringComparison.Ordinal)
            ? "public, max-age=31536000, immutable"
            : "no-cache";
        return TypedResults.PhysicalFile(file.PhysicalPath, ContentType(path), lastModified: file.LastModified).ExecuteAsync(context);
    }

    private string ContentType(string path)
    {
        if (!Path.HasExtension(path))
            return "text/plain; charset=utf-8";
        if (!_contentTypes.TryGetContentType(path, out var type))
            return "application/octet-stream";
        return type.StartsWith("text/", StringComparison.Ordinal) ? $"{type}; charset=utf-8" : type;
    }

    private Task ServeNotInstalledAsync(HttpContext context)
    {
        var request = context.Request;
        var endpoint = $"{request.Scheme}://{request.Host}{request.PathBase}{request.Path.Value!.TrimEnd('/')}";
        var install = _options.InstallCommand is { } command
            ? $"<p>To get it, run this once and reload:</p><pre>{WebUtility.HtmlEncode(command)}</pre>"
            : "<p>Its files are not in the folder that the server is configured with.</p>";
        var page = NotInstalledPage.Text
            .Replace("{{title}}", WebUtility.HtmlEncode(_options.Title), StringComparison.Ordinal)
            .Replace("{{endpoint}}", WebUtility.HtmlEncode(endpoint), StringComparison.Ordinal)
            .Replace("{{install}}", install, StringComparison.Ordinal);
        return ServeBytesAsync(context, Encoding.UTF8.GetBytes(page), "text/html; charset=utf-8");
    }

    private static Task ServeBytesAsync(HttpContext context, byte[] content, string contentType)
    {
        SetHeaders(context.Response);
        context.Response.Headers.CacheControl = "no-cache";
        context.Response.ContentType = contentType;
        context.Response.ContentLength = content.Length;
        return HttpMethods.IsHead(context.Request.Method)
            ? Task.CompletedTask
            : context.Response.Body.WriteAsync(content, context.RequestAborted).AsTask();
    }

    private static Task NotFound(HttpContext context)
    {
        context.Response.Headers.CacheControl = "no-store";
        context.Response.StatusCode = StatusCodes.Status404NotFound;
        return Task.CompletedTask;
    }

    private static void SetHeaders(HttpResponse response)
    {
        response.Headers.ContentSecurityPolicy = ContentSecurityPolicy;
        response.Headers.XContentTypeOptions = "nosniff";
        response.Headers["Referrer-Policy"] = "no-referrer";
    }

    /// <summary>
    /// What the page asks for first; field names from the types of npm's <c>@chillicream/bananacakepop-express-middleware</c>.
    /// </summary>
    private static byte[] WriteConfiguration(IdeOptions options)
    {
        var buffer = new ArrayBufferWriter<byte>();
        using (var writer = new Utf8JsonWriter(buffer))
        {
            writer.WriteStartObject();
            writer.WriteBoolean("useBrowserUrlAsEndpoint", value: true);
            writer.WriteString("endpoint", ".");
            writer.WriteString("title", options.Title);
            writer.WriteBoolean("disableTelemetry", value: true);
            if (options.InitialDocument is { } document)
                writer.WriteString("graphQLDocument", document);
            writer.WriteEndObject();
        }

        return buffer.WrittenSpan.ToArray();
    }
}
