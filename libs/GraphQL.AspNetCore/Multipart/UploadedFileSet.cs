using GraphQL.Types;

namespace GraphQL.AspNetCore.Multipart;

/// <summary>The files of one request. Disposing deletes those that the application has not moved away.</summary>
internal sealed class UploadedFileSet : IDisposable
{
    private readonly List<string> _paths = [];
    private readonly Dictionary<string, UploadedFile> _files = [];

    public IReadOnlyDictionary<string, UploadedFile> Files => _files;

    /// <summary>Deletes this file in the end, even if it never becomes whole.</summary>
    public void Track(string path) => _paths.Add(path);

    public void Add(string key, UploadedFile file) => _files.Add(key, file);

    public void Dispose()
    {
        foreach (var path in _paths)
        {
            try
            {
                File.Delete(path);
            }
            catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
            {
                // a leftover is swept after a day; the response must not suffer
            }
        }
    }
}
