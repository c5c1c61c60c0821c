using Guidan.Kernel;

namespace Guidan.Staff;

/// <summary>An e-mail address as it is compared, found and kept.</summary>
internal static class Emails
{
    private const int LengthMost = 254;

    /// <summary>Trimmed, lower case, half width; null when it is no address.</summary>
    public static string? Normalize(string? text)
    {
        var email = Typing.Narrow((text ?? "").Trim()).ToLowerInvariant();
        var at = email.IndexOf('@', StringComparison.Ordinal);
        var sound = at > 0 && at == email.LastIndexOf('@') && at < email.Length - 1 && email.Length <= LengthMost
            && !email.Any(c => char.IsWhiteSpace(c) || char.IsControl(c) || c is '<' or '>' or ',' or ';' or '"');
        return sound ? email : null;
    }

    public static byte[] Index(Sealer sealer, string normalized) => sealer.Index("staff email", normalized);

    /// <summary>Where a sealed address lives: moved to another member it does not open.</summary>
    public static string Place(Guid member) => $"staff_member|email|{member:N}";
}
