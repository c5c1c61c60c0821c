using System.Text;

namespace Guidan.Kernel;

/// <summary>
/// Turns text into search tokens, alike on both engines: Latin words in lower case without accents, CJK as
/// single characters and pairs.
/// </summary>
public static class SearchTokens
{
    private const int TokensMost = 2_000;
    private const int WordLengthMost = 40;

    /// <summary>Tokens to store for a text: words, their parts, single CJK characters and pairs.</summary>
    public static IReadOnlySet<string> Of(params IEnumerable<string?> texts)
    {
        var tokens = new HashSet<string>();
        foreach (var text in texts)
        {
            foreach (var run in Runs(text ?? ""))
            {
                if (tokens.Count >= TokensMost) return tokens;
                if (!IsCjk(run[0])) tokens.Add(Word(run));
                else AddCjk(tokens, run);
            }
        }
        return tokens;
    }

    /// <summary>Tokens that must all be there for a query to match: CJK pairs where there are two characters or more.</summary>
    public static IReadOnlyList<string> OfQuery(string query)
    {
        var wanted = new List<string>();
        foreach (var run in Runs(query))
        {
            if (!IsCjk(run[0])) wanted.Add(Word(run));
            else if (run.Length == 1) wanted.Add(run);
            else for (var i = 0; i + 1 < run.Length; i++) wanted.Add(run.Substring(i, 2));
        }
        return wanted.Distinct().Take(12).ToList();
    }

    private static string Word(string run) => run.Length > WordLengthMost ? run[..WordLengthMost] : run;

    private static void AddCjk(HashSet<string> tokens, string run)
    {
        for (var i = 0; i < run.Length; i++)
        {
            tokens.Add(run[i].ToString());
            if (i + 1 < run.Length) tokens.Add(run.Substring(i, 2));
        }
    }

    private static IEnumerable<string> Runs(string text)
    {
        var run = new StringBuilder();
        foreach (var c in PlainLetters.Fold(text))
        {
            var breaks = !char.IsLetterOrDigit(c) || run.Length > 0 && IsCjk(run[^1]) != IsCjk(c);
            if (breaks && run.Length > 0)
            {
                yield return run.ToString();
                run.Clear();
            }
            if (char.IsLetterOrDigit(c)) run.Append(c);
        }
        if (run.Length > 0) yield return run.ToString();
    }

    private static bool IsCjk(char c) => c is >= '\u3400' and <= '\u9fff' or >= '\uf900' and <= '\ufaff' or >= '\u3040' and <= '\u30ff';
}
