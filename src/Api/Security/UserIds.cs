using System.Security.Cryptography;
using System.Text;

namespace Guildhall.Api.Security;

/// <summary>Ids of users who are known by configuration alone.</summary>
internal static class UserIds
{
    /// <summary>Always the same for a name: a UUID of version 8 (RFC 9562), from a hash.</summary>
    public static Guid Of(string name)
    {
        Span<byte> hash = stackalloc byte[SHA256.HashSizeInBytes];
        SHA256.HashData(Encoding.UTF8.GetBytes($"guildhall user {name}"), hash);
        hash[6] = (byte)((hash[6] & 0x0F) | 0x80);
        hash[8] = (byte)((hash[8] & 0x3F) | 0x80);
        return new Guid(hash[..16], bigEndian: true);
    }
}
