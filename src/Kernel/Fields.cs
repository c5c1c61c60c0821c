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
        else if (value.Any(char.IsControl)) errors[field] = new($"{zh}里有看不见的字符", $"{en} contains control characters");
    }
}
