using Guildhall.Api.Composition;

namespace Guildhall.Api.Commands;

/// <summary><c>guildhall</c>: the server.</summary>
internal static class ServeCommand
{
    public static async Task<int> RunAsync(string[] arguments, CancellationToken cancellationToken)
    {
        try
        {
            await using var application = GuildhallApplication.Build(arguments);
            await application.RunAsync(cancellationToken);
            return 0;
        }
        catch (ConfigurationException exception)
        {
            // what an operator has to change fits in a line; a stack trace would bury it
            await Console.Error.WriteLineAsync(exception.Message);
            return 2;
        }
        catch (IOException exception) when (exception.InnerException is Microsoft.AspNetCore.Connections.AddressInUseException)
        {
            await Console.Error.WriteLineAsync($"{exception.Message} Choose another one with --urls.");
            return 2;
        }
    }
}
