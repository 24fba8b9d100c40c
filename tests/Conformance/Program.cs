using Conformance.Adapter;

// What somebody else's suite talks to: a case per line comes in, its verdict goes out.
if (args is ["adapter"])
{
    await AdapterCommand.RunAsync(Console.OpenStandardInput(), Console.OpenStandardOutput());
    return 0;
}

await Console.Error.WriteLineAsync("Conformance adapter    reads cases as JSON lines and answers each with a line; docs/conformance.md describes them");
return 1;
