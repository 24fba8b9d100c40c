using Conformance.Adapter;
using Conformance.Page;

// What somebody else's suite talks to: a case per line comes in, its verdict goes out.
if (args is ["adapter"])
{
    await AdapterCommand.RunAsync(Console.OpenStandardInput(), Console.OpenStandardOutput());
    return 0;
}

// What ./test.sh runs behind all tests.
if (args is ["page"])
    return await ConformancePage.UpdateAsync();

await Console.Error.WriteLineAsync("""
    Conformance adapter    reads cases as JSON lines and answers each with a line; docs/conformance.md describes them
    Conformance page       puts the figures of the last run into docs/conformance.md
    """);
return 1;
