namespace Prerequisites;

/// <summary>A test that needs a file of the <see cref="SharedData"/>; skipped where it is absent.</summary>
[AttributeUsage(AttributeTargets.Method)]
internal sealed class SharedDataFactAttribute : Xunit.FactAttribute
{
    public SharedDataFactAttribute(string relativePath) =>
        Skip = SharedData.Find(relativePath) is null ? $"{relativePath} is not in the folder of shared data; {SharedData.Variable} names that folder." : null;
}
