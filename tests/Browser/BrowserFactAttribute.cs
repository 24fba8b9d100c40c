namespace Browser;

/// <summary>A test that looks at the page; skipped where there is no browser or no page.</summary>
[AttributeUsage(AttributeTargets.Method)]
internal sealed class BrowserFactAttribute : FactAttribute
{
    public BrowserFactAttribute() => Skip = BrowserFixture.Missing;
}
