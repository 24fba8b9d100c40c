namespace GraphQL.AspNetCore.Multipart;

/// <summary>Where uploaded files lie while their request runs.</summary>
internal sealed class UploadDirectory
{
    private const string Prefix = "upload-";
    private static readonly TimeSpan LeftoverAge = TimeSpan.FromDays(1);

    private readonly string _path;
    private readonly TimeProvider _timeProvider;
    private readonly Lock _gate = new();
    private bool _isSwept;

    public UploadDirectory(string path, TimeProvider timeProvider)
    {
        _path = Path.GetFullPath(path);
        _timeProvider = timeProvider;
    }

    /// <summary>Makes an empty file that only this user can read.</summary>
    public FileStream CreateFile()
    {
        Directory.CreateDirectory(_path);
        SweepOnce();
        var options = new FileStreamOptions
        {
            Mode = FileMode.CreateNew,
            Access = FileAccess.Write,
            Share = FileShare.Read | FileShare.Delete,
            // what arrives from the network comes in pieces of its own; a second buffer would only copy them
            BufferSize = 0,
            Options = FileOptions.Asynchronous | FileOptions.SequentialScan,
        };
        if (!OperatingSystem.IsWindows())
            options.UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite;
        return new FileStream(Path.Combine(_path, Prefix + Path.GetRandomFileName()), options);
    }

    /// <summary>Removes what a killed process left behind; an age keeps the files of another one that shares the folder.</summary>
    private void SweepOnce()
    {
        lock (_gate)
        {
            if (_isSwept)
                return;
            _isSwept = true;
        }

        var oldest = (_timeProvider.GetUtcNow() - LeftoverAge).UtcDateTime;
        foreach (var file in Directory.EnumerateFiles(_path, Prefix + "*"))
        {
            try
            {
                if (File.GetLastWriteTimeUtc(file) < oldest)
                    File.Delete(file);
            }
            catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
            {
                // another process was faster, or owns it
            }
        }
    }
}
