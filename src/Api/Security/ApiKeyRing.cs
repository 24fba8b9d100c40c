using System.Security.Cryptography;
using System.Text;
using Guildhall.Api.Composition;
using Guildhall.Domain.Access;

namespace Guildhall.Api.Security;

/// <summary>
/// The keys of <c>Authentication:ApiKeys</c>, each <c>Name</c>, <c>Roles</c>, and <c>Key</c> or <c>KeyHash</c> (SHA-256 of the key's
/// UTF-8, in hex). Keys are long and random, so a plain hash is enough: there is no guessing them from it.
/// </summary>
internal sealed class ApiKeyRing
{
    private const string Section = "Authentication:ApiKeys";
    private const int MinKeyLength = 16;
    private readonly List<(byte[] Hash, ViewerPrincipal Principal)> _keys = [];

    private ApiKeyRing()
    {
    }

    public bool IsEmpty => _keys.Count == 0;

    /// <summary><c>Authentication:AllowAnonymous</c>: whether callers without a key may read what is public.</summary>
    public bool AllowsStrangers { get; private init; }

    public static ApiKeyRing Read(IConfiguration configuration)
    {
        var ring = new ApiKeyRing { AllowsStrangers = ReadAllowAnonymous(configuration["Authentication:AllowAnonymous"]) };
        foreach (var entry in configuration.GetSection(Section).GetChildren())
        {
            var name = entry["Name"];
            if (string.IsNullOrWhiteSpace(name))
                throw new ConfigurationException($"{entry.Path}:Name is missing; say whose key it is.");
            ring._keys.Add((ReadHash(entry), new ViewerPrincipal(new Viewer(UserIds.Of(name), name, ReadRoles(entry)))));
        }

        return ring;
    }

    private static bool ReadAllowAnonymous(string? text) => text switch
    {
        null => false,
        _ when bool.TryParse(text, out var value) => value,
        _ => throw new ConfigurationException($"Authentication:AllowAnonymous is '{text}', but must be true or false."),
    };

    /// <summary>Whose key it is; null for an unknown one. Takes as long for each.</summary>
    public ViewerPrincipal? Find(string key)
    {
        Span<byte> hash = stackalloc byte[SHA256.HashSizeInBytes];
        SHA256.HashData(Encoding.UTF8.GetBytes(key), hash);
        ViewerPrincipal? found = null;
        foreach (var (expected, principal) in _keys)
        {
            if (CryptographicOperations.FixedTimeEquals(hash, expected))
                found = principal;
        }

        return found;
    }

    private static byte[] ReadHash(IConfigurationSection entry)
    {
        var (key, hash) = (entry["Key"], entry["KeyHash"]);
        if (string.IsNullOrEmpty(key) == string.IsNullOrEmpty(hash))
            throw new ConfigurationException($"{entry.Path} needs either Key or KeyHash (SHA-256 in hex), and has {(string.IsNullOrEmpty(key) ? "neither" : "both")}.");
        if (!string.IsNullOrEmpty(key))
        {
            return key.Length >= MinKeyLength
                ? SHA256.HashData(Encoding.UTF8.GetBytes(key))
                : throw new ConfigurationException($"{entry.Path}:Key must have at least {MinKeyLength} characters; openssl rand -hex 32 makes a good one.");
        }

        try
        {
            return Convert.FromHexString(hash!) is { Length: SHA256.HashSizeInBytes } bytes
                ? bytes
                : throw new ConfigurationException($"{entry.Path}:KeyHash must be 64 hexadecimal digits, the SHA-256 of the key.");
        }
        catch (FormatException)
        {
            throw new ConfigurationException($"{entry.Path}:KeyHash must be 64 hexadecimal digits, the SHA-256 of the key.");
        }
    }

    private static HashSet<Role> ReadRoles(IConfigurationSection entry)
    {
        var roles = new HashSet<Role>();
        foreach (var item in entry.GetSection("Roles").GetChildren())
        {
            // as the API spells them: DUNGEON_MASTER
            if (!Enum.TryParse<Role>(item.Value?.Replace("_", "", StringComparison.Ordinal), ignoreCase: true, out var role) || !Enum.IsDefined(role))
                throw new ConfigurationException($"{item.Path} is '{item.Value}', but must be one of PLAYER, DUNGEON_MASTER, OFFICER, SERVICE, ADMIN.");
            roles.Add(role);
        }

        return roles.Count > 0 ? roles : throw new ConfigurationException($"{entry.Path}:Roles is empty; name at least one role, such as PLAYER.");
    }
}
