namespace Guidan.Kernel;

/// <summary>Checks typed text, one sentence for each wrong field.</summary>
public static class Fields
{
    /// <summary>Adds what is wrong with a text: missing, too long, or with characters that nobody sees.</summary>
    /// <param name="errors">By field; the sentence is added here.</param>
    /// <param name="most">Characters at the most.</param>
    /// <param name="zh">What the field is called, at the start of a sentence.</param>
    /// <param name="en">The same in English, with its article.</param>
    public static void Check(Dictionary<string, Text> errors, string field, string? value, int most, string zh, string en, bool required)
    {
        if (string.IsNullOrWhiteSpace(value))
        {
            if (required) errors[field] = new($"{zh}没写", $"{en} is missing");
        }
        else if (value.Length > most) errors[field] = new($"{zh}最多{most}个字", $"{en} has at most {most} characters");
        else if (HasUnseen(value)) errors[field] = new($"{zh}里有看不见的字符", $"{en} contains characters that nobody sees");
    }

    /// <summary>A remark with several lines, such as a reason; null when nobody could miss a character of it.</summary>
    public static Refusal? Remark(string field, string? text) => text is null || !HasUnseen(text, lines: true) ? null
        : Refusal.Invalid(field, new("里面有看不见的字符，删掉再提交", "It contains characters that nobody sees; remove them"));

    /// <summary>True for control characters, for those that turn the direction of reading, and for what is no character.</summary>
    /// <param name="lines">Line ends and tabs are no harm.</param>
    public static bool HasUnseen(string text, bool lines = false) => text.Any(c => c switch
    {
        '\n' or '\r' or '\t' => !lines,
        >= '\u202a' and <= '\u202e' or >= '\u2066' and <= '\u2069' or >= '\ufdd0' and <= '\ufdef' or '\ufffe' or '\uffff' => true,
        _ => char.IsControl(c),
    });
}
