using Guildhall.Storage.Tests;

// What the tests run as a process of its own: a test host hides what only happens to a process that starts from nothing or is killed.
return args switch
{
    ["sqlite", var library] => SqliteProbe.Run(library),
    ["commit", var folder, var step, var count] => CommitProbe.Run(folder, step, int.Parse(count)),
    _ => throw new ArgumentException("Unknown probe: " + string.Join(' ', args)),
};
