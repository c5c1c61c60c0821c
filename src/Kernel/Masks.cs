namespace Guidan.Kernel;

/// <summary>How personal data looks to those who need not read it whole.</summary>
public static class Masks
{
    /// <summary>张三丰 → 张**; one character → *.</summary>
    public static string Name(string name)
    {
        // Counted in characters as people see them: some rare characters of names take two places in a string.
        var characters = name.EnumerateRunes().ToList();
        return characters.Count switch
        {
            0 => "",
            1 => "*",
            _ => characters[0] + new string('*', Math.Min(characters.Count - 1, 3)),
        };
    }

    /// <summary>13812341234 → 138****1234; shorter numbers keep the last four.</summary>
    public static string Phone(string phone) => phone.Length switch
    {
        >= 11 => phone[..3] + "****" + phone[^4..],
        > 4 => "****" + phone[^4..],
        _ => "****",
    };

    /// <summary>a***@example.com.</summary>
    public static string Email(string email)
    {
        var at = email.IndexOf('@', StringComparison.Ordinal);
        return at <= 0 ? "***" : email.EnumerateRunes().First() + "***" + email[at..];
    }
}
