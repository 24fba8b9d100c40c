using System.Buffers;
using GraphQL.AspNetCore.Http;
using GraphQL.AspNetCore.Pipeline;
using GraphQL.Types;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.AspNetCore.WebUtilities;
using Microsoft.Net.Http.Headers;

namespace GraphQL.AspNetCore.Multipart;

/// <summary>
/// Reads <c>POST</c> with <c>Content-Type: multipart/form-data</c>: the parts <c>operations</c>, <c>map</c> and the files, in
/// that order, so that everything that can be wrong is known before the first file arrives. Files go to disk as they come in.
/// </summary>
internal sealed class MultipartRequestReader(GraphQLServerOptions options, JsonRequestParser parser, UploadDirectory directory)
{
    private const string Operations = "operations";
    private const string Map = "map";
    private const int CopyBufferBytes = 64 * 1024;

    private readonly MultipartOptions _multipart = options.Multipart;

    public async ValueTask ReadAsync(HttpRequest request, RequestParameters parameters, CancellationToken cancellationToken)
    {
        var body = OpenBody(request);
        try
        {
            var variables = await ReadOperationsAsync(body, parameters, cancellationToken);
            var map = await ReadMapAsync(body, cancellationToken);
            var placed = map.Place(variables.Span, options.MaxJsonDepth);
            parameters.Variables = parser.ParseValue(placed, "\"variables\"", parameters);

            var files = parameters.Own(new UploadedFileSet());
            parameters.Files = files.Files;
            while (await body.ReadNextSectionAsync(cancellationToken) is { } section)
                await ReadFileAsync(section, map, files, cancellationToken);
            foreach (var key in map.Keys)
            {
                if (!files.Files.ContainsKey(key))
                    throw Refusals.Multipart($"The file \"{Refusals.Shorten(key)}\" that the \"map\" part names is missing.");
            }
        }
        catch (InvalidDataException)
        {
            throw Refusals.Multipart("The headers of a part are too long, too many, or not of their form.");
        }
        catch (IOException exception) when (exception is not BadHttpRequestException && exception.GetType() == typeof(IOException))
        {
            throw Refusals.BodyIncomplete();
        }
    }

    private MultipartReader OpenBody(HttpRequest request)
    {
        if (!_multipart.Enabled)
            throw Refusals.ContentTypeUnsupported(request.ContentType!);
        if (_multipart.RequirePreflightHeader && string.IsNullOrEmpty(request.Headers[MediaTypes.PreflightHeader]))
            throw Refusals.PreflightHeaderMissing();
        if (request.Headers.ContentEncoding.Count > 0)
            throw Refusals.ContentEncodingUnsupported(request.Headers.ContentEncoding.ToString(), isCompressionAllowed: false);
        if (MediaTypes.ReadBoundary(request.ContentType!) is not { } boundary)
            throw Refusals.Multipart("The Content-Type has no boundary, or one longer than 70 characters.");
        if (request.ContentLength > _multipart.MaxBodyBytes)
            throw Refusals.BodyTooLarge(_multipart.MaxBodyBytes);

        // the server's own limit is meant for requests that are held in memory
        if (request.HttpContext.Features.Get<IHttpMaxRequestBodySizeFeature>() is { IsReadOnly: false } feature)
            feature.MaxRequestBodySize = _multipart.MaxBodyBytes;
        return new MultipartReader(boundary, request.Body);
    }

    private async ValueTask<ReadOnlyMemory<byte>> ReadOperationsAsync(
        MultipartReader body, RequestParameters parameters, CancellationToken cancellationToken)
    {
        var section = await RequireAsync(body, Operations, "be the first part", cancellationToken);
        var json = parameters.Own(await RequestBody.ReadAsync(
            section.Body,
            options.MaxRequestBytes,
            () => Refusals.MultipartLimit($"The \"operations\" part is larger than {options.MaxRequestBytes} bytes."),
            cancellationToken));
        return parser.ParseWithoutVariables(json.Memory, "The \"operations\" part", parameters);
    }

    private async ValueTask<FileMap> ReadMapAsync(MultipartReader body, CancellationToken cancellationToken)
    {
        var section = await RequireAsync(body, Map, "follow the \"operations\" part", cancellationToken);
        using var json = await RequestBody.ReadAsync(
            section.Body,
            _multipart.MaxMapBytes,
            () => Refusals.MultipartLimit($"The \"map\" part is larger than {_multipart.MaxMapBytes} bytes."),
            cancellationToken);
        return FileMap.Parse(json.Memory, _multipart);
    }

    private static async ValueTask<MultipartSection> RequireAsync(
        MultipartReader body, string name, string place, CancellationToken cancellationToken)
    {
        var section = await body.ReadNextSectionAsync(cancellationToken);
        if (section is null)
            throw Refusals.Multipart($"The \"{name}\" part is missing.");
        var found = Name(section, out _);
        return found == name
            ? section
            : throw Refusals.Multipart($"The \"{name}\" part must {place}, but there is \"{Refusals.Shorten(found)}\".");
    }

    private async ValueTask ReadFileAsync(MultipartSection section, FileMap map, UploadedFileSet files, CancellationToken cancellationToken)
    {
        var key = Name(section, out var fileName);
        if (!map.Contains(key))
            throw Refusals.Multipart($"The part \"{Refusals.Shorten(key)}\" is not named by the \"map\" part.");
        if (files.Files.ContainsKey(key))
            throw Refusals.Multipart($"The file \"{Refusals.Shorten(key)}\" is sent twice.");
        if (fileName is null)
            throw Refusals.Multipart($"The part \"{Refusals.Shorten(key)}\" is not a file: it has no filename.");

        await using var file = Store(directory.CreateFile);
        files.Track(file.Name);
        var length = await CopyAsync(section.Body, file, key, cancellationToken);
        files.Add(key, new UploadedFile(WithoutFolders(fileName), section.ContentType, file.Name, length));
    }

    private async ValueTask<long> CopyAsync(Stream source, FileStream file, string key, CancellationToken cancellationToken)
    {
        var buffer = ArrayPool<byte>.Shared.Rent(CopyBufferBytes);
        try
        {
            var length = 0L;
            while (await source.ReadAsync(buffer, cancellationToken) is var read and > 0)
            {
                length += read;
                if (length > _multipart.MaxFileBytes)
                    throw Refusals.MultipartLimit($"The file \"{Refusals.Shorten(key)}\" is larger than {_multipart.MaxFileBytes} bytes.");
                await StoreAsync(file, buffer.AsMemory(0, read), cancellationToken);
            }

            return length;
        }
        finally
        {
            ArrayPool<byte>.Shared.Return(buffer);
        }
    }

    /// <summary>A full or missing disk is our fault: it must not look like a body that ended too early.</summary>
    private static FileStream Store(Func<FileStream> create)
    {
        try
        {
            return create();
        }
        catch (IOException exception)
        {
            throw new InvalidOperationException("A file could not be made for an upload.", exception);
        }
    }

    private static async ValueTask StoreAsync(FileStream file, ReadOnlyMemory<byte> bytes, CancellationToken cancellationToken)
    {
        try
        {
            await file.WriteAsync(bytes, cancellationToken);
        }
        catch (IOException exception)
        {
            throw new InvalidOperationException("An upload could not be written to disk.", exception);
        }
    }

    private static string Name(MultipartSection section, out string? fileName)
    {
        fileName = null;
        if (section.GetContentDispositionHeader() is not { } disposition || disposition.Name.Length == 0)
            throw Refusals.Multipart("A part has no name: its Content-Disposition must be form-data with a name.");
        var name = disposition.FileNameStar.Length > 0 ? disposition.FileNameStar : disposition.FileName;
        if (name.HasValue)
            fileName = HeaderUtilities.RemoveQuotes(name).ToString();
        return HeaderUtilities.RemoveQuotes(disposition.Name).ToString();
    }

    /// <summary>Old browsers send whole paths, of either system.</summary>
    private static string WithoutFolders(string fileName) => fileName[(fileName.LastIndexOfAny(['/', '\\']) + 1)..];
}
