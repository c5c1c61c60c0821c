namespace Guidan.Kernel;

/// <summary>Phone numbers as they are compared, and what is wrong with one.</summary>
public static class Phones
{
    /// <summary>Digits only, without the Chinese country code: one number has one form.</summary>
    public static string Normalize(string phone)
    {
        var digits = new string(Typing.Narrow(phone).Where(char.IsAsciiDigit).ToArray());
        if (digits.Length == 15 && digits.StartsWith("0086", StringComparison.Ordinal)) return digits[4..];
        return digits.Length == 13 && digits.StartsWith("86", StringComparison.Ordinal) ? digits[2..] : digits;
    }

    /// <summary>The number as it was typed, without spaces, dashes and +86.</summary>
    public static string Plain(string phone)
    {
        var plain = phone.Replace(" ", "", StringComparison.Ordinal).Replace("-", "", StringComparison.Ordinal);
        return plain.StartsWith("+86", StringComparison.Ordinal) ? plain[3..] : plain;
    }

    /// <summary>What is wrong with a Chinese mobile number, counted out; null when nothing is.</summary>
    public static Text? MobileTrouble(string phone)
    {
        var digits = Plain(phone);
        if (digits.Length == 0) return new("手机号还没填", "The phone number is missing");
        if (digits.Any(c => !char.IsAsciiDigit(c))) return new("手机号只能是数字", "A phone number has only digits");
        return digits.Length switch
        {
            10 => new("手机号少一位，应为11位", "Phone is one digit short of 11"),
            < 11 => new($"手机号少{11 - digits.Length}位，应为11位", $"Phone is {11 - digits.Length} digits short of 11"),
            > 11 => new($"手机号多{digits.Length - 11}位，应为11位", $"Phone is {digits.Length - 11} over 11 digits"),
            _ when digits[0] != '1' || digits[1] < '3' => new("手机号应以13到19开头", "A mobile number begins with 13 to 19"),
            _ => null,
        };
    }
}
