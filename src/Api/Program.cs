using System.CommandLine;
using Guildhall.Api.Commands;

// the host itself sees to signals, with a time-out of its own
return await CommandLine.Create(args).InvokeAsync(new InvocationConfiguration { ProcessTerminationTimeout = null });
