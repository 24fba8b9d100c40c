using System.Text.RegularExpressions;
using Xunit;

namespace Architecture;

/// <summary>Nothing but the committing class saves, so that one place decides what is durable and in which order.</summary>
public partial class One_class_commits
{
    [Fact]
    public void Saving_and_transactions_stay_in_the_folder_of_commits()
    {
        var offenders = Repository.SourceFiles("src")
            .Where(file => !file.StartsWith("src/Storage/Commits/", StringComparison.Ordinal))
            .Where(file => Saving().IsMatch(File.ReadAllText(Path.Combine(Repository.Root, file))));
        Assert.Empty(offenders);
    }

    // The context itself refuses SaveChanges; reads may hold a deferred transaction, which takes no lock.
    [GeneratedRegex(@"\.(SaveUnderCommitter|OpenWriter|CreateWriter)\(|\.BeginTransaction(Async)?\((?!deferred: true)")]
    private static partial Regex Saving();
}
