using Microsoft.Playwright;

namespace Browser;

/// <summary>Banana Cake Pop as a developer meets it who opens the endpoint.</summary>
public sealed class IdeTests(BrowserFixture fixture) : IClassFixture<BrowserFixture>
{
    [BrowserFact]
    public async Task A_developer_reads_the_schema_and_runs_a_query()
    {
        var page = await fixture.OpenAsync();
        var elsewhere = new List<string>();
        var failures = new List<string>();
        page.Request += (_, request) =>
        {
            if (!request.Url.StartsWith(fixture.Host.Address.ToString(), StringComparison.Ordinal) && request.Url.StartsWith("http", StringComparison.Ordinal))
                elsewhere.Add(request.Url);
        };
        page.PageError += (_, error) => failures.Add(error);
        page.Console += (_, message) =>
        {
            if (message.Text.Contains("Content Security Policy", StringComparison.Ordinal))
                failures.Add(message.Text);
        };

        await page.GotoAsync(new Uri(fixture.Host.Address, "/graphql").ToString());
        Assert.EndsWith("/graphql/", page.Url);
        await page.GetByText("Create Document").First.ClickAsync();
        await page.GetByText("Schema available").WaitForAsync();

        // a new document holds the first question already
        await Assertions.Expect(page.GetByText("Night").First).ToBeVisibleAsync();
        await page.GetByLabel("Run Operation").First.ClickAsync();
        await Assertions.Expect(page.Locator(".monaco-editor").Nth(2)).ToContainTextAsync("The Sunken Archive");
        await BrowserFixture.KeepAsync(page, "ide-operation");

        await page.Locator("button[title='Schema Definition']").ClickAsync();
        await Assertions.Expect(page.Locator(".monaco-editor").GetByText("type").First).ToBeVisibleAsync();
        await BrowserFixture.KeepAsync(page, "ide-schema");

        Assert.Empty(elsewhere);
        Assert.Empty(failures);
    }
}
