using Guildhall.Ingestion.Tests;

// What the tests run as a process of its own, to be killed.
return args switch
{
    ["import", var folder, var log, var bytes] => await KilledImport.RunAsync(folder, log, long.Parse(bytes)),
    _ => throw new ArgumentException("Unknown probe: " + string.Join(' ', args)),
};
