using System.Runtime.InteropServices;

namespace Guildhall.Storage.CombatLogs;

/// <summary>The folder where accepted logs wait, in packed blocks, until they are read. Their rows in the database decide which are meant.</summary>
internal sealed partial class SpoolFolder(StorageOptions options, IdGenerator ids)
{
    /// <summary>A name that no file has.</summary>
    public string NewName(string extension) => ids.Next().ToString("N") + extension;

    public string PathOf(string name) => Path.Combine(options.ImportsDirectory, name);

    /// <summary>Removes a file; a missing one is as good.</summary>
    public void Remove(string name)
    {
        try
        {
            File.Delete(PathOf(name));
        }
        catch (IOException)
        {
            // Somebody reads it; the next start sweeps it.
        }
    }

    public IEnumerable<string> Names() => Directory.EnumerateFiles(options.ImportsDirectory).Select(path => Path.GetFileName(path));

    /// <summary>Makes new names in the folder survive a power cut, as flushing the files alone does not.</summary>
    public void FlushNames()
    {
        if (OperatingSystem.IsWindows())
            return;

        const int ReadOnly = 0;
        var descriptor = OpenDescriptor(options.ImportsDirectory, ReadOnly);
        if (descriptor < 0)
            throw new IOException($"The folder '{options.ImportsDirectory}' cannot be opened (error {Marshal.GetLastPInvokeError()}).");

        var failed = FlushDescriptor(descriptor) != 0;
        var error = Marshal.GetLastPInvokeError();
        _ = CloseDescriptor(descriptor);
        if (failed)
            throw new IOException($"The folder '{options.ImportsDirectory}' cannot be flushed (error {error}).");
    }

    [LibraryImport("libc", EntryPoint = "open", SetLastError = true, StringMarshalling = StringMarshalling.Utf8)]
    private static partial int OpenDescriptor(string path, int flags);

    [LibraryImport("libc", EntryPoint = "fsync", SetLastError = true)]
    private static partial int FlushDescriptor(int descriptor);

    [LibraryImport("libc", EntryPoint = "close")]
    private static partial int CloseDescriptor(int descriptor);
}
