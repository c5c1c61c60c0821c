namespace Guidan.Kernel;

/// <summary>An e-mail address as it is compared and kept.</summary>
public static class Emails
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
}
