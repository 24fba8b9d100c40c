using Prerequisites;

namespace Integration.Infrastructure;

/// <summary>The checkout that the tests were built from.</summary>
public static class Repository
{
    public static string Root => Checkout.Root;

    /// <summary>The host, built in the same configuration as the tests.</summary>
    public static string HostAssembly
    {
        get
        {
            var output = new DirectoryInfo(AppContext.BaseDirectory);
            return Path.Combine(Root, "src", "Api", "bin", output.Parent!.Name, output.Name, "Guildhall.Api.dll");
        }
    }
}
