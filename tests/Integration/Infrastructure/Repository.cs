using Prerequisites;

namespace Integration.Infrastructure;

/// <summary>The checkout that the tests were built from.</summary>
public static class Repository
{
    public static string Root => Checkout.Root;

    /// <summary>What the tests were built as, <c>Debug</c> or <c>Release</c>.</summary>
    public static string Configuration => new DirectoryInfo(AppContext.BaseDirectory).Parent!.Name;

    /// <summary>The host, built in the same configuration as the tests.</summary>
    public static string HostAssembly =>
        Path.Combine(Root, "src", "Api", "bin", Configuration, new DirectoryInfo(AppContext.BaseDirectory).Name, "Guildhall.Api.dll");
}
