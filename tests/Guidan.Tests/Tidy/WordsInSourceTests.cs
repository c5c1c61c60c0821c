using System.Text.RegularExpressions;

namespace Guidan.Tests.Tidy;

/// <summary>What must not stand in the sources, each with its reason; the exceptions stand here with theirs.</summary>
public sealed partial class WordsInSourceTests
{
    private static readonly (string Word, string Why)[] Banned =
    [
        (@"\bDateTime(Offset)?\.(Utc)?Now\b|\bDateTime\.Today\b", "time is read through TimeProvider"),
        (@"\bGuid\.NewGuid\(", "ids sort by time: Guid.CreateVersion7 or OrderedId"),
        (@"\bThread\.Sleep\(", "a sleeping thread serves nobody: await Task.Delay"),
        (@"\)\.Result\b(?!\s*[<(])|\bTask\.WaitAll\(|\.Wait\(\)", "waiting on a task blocks a thread"),
        (@"\basync void\b", "nobody sees it fail"),
        (@"\bnew HttpClient\(", "sockets run out: take one from the factory, or keep one for good"),
        (@"\b(decimal|double|float)\s+(price|amount|total|cost|fee)\b", "money is Money"),
        (@"#pragma warning disable \w+\s*$", "the reason stands on the same line"),
        (@"\bTODO\b|\bFIXME\b|\bHACK\b|\bXXX\b", "unfinished work is an issue, not a comment"),
    ];

    // File → the word that it may use, and why.
    private static readonly (string Path, string Word, string Why)[] Allowed =
    [
    ];

    [Fact]
    public void Banned_words_do_not_stand_in_the_product()
    {
        var found = new List<string>();
        foreach (var file in Sources.Files("src", ".cs", ".razor").Where(f => !f.IsGenerated))
        {
            var lines = file.Lines;
            for (var i = 0; i < lines.Length; i++)
            {
                foreach (var (word, why) in Banned)
                {
                    if (Regex.IsMatch(Code(lines[i]), word) && !Allowed.Any(a => file.Path == a.Path && lines[i].Contains(a.Word)))
                        found.Add($"{file.Path}:{i + 1}: {why}: {lines[i].Trim()}");
                }
            }
        }
        found.ShouldBeEmpty();
    }

    [Fact]
    public void Types_have_names_that_say_something()
    {
        var empty = new Regex(@"\b(?:class|record|struct|interface|enum)\s+(?:struct\s+|class\s+)?(\w*(?:Manager|Helper|Helpers|Util|Utils|Dto|Base|Service))\b");
        var found = Sources.Files("src", ".cs").Where(f => !f.IsGenerated)
            .SelectMany(f => f.Lines.Where(l => empty.IsMatch(Code(l))).Select(l => $"{f.Path}: {l.Trim()}"));

        found.ShouldBeEmpty();
    }

    // Comments and texts may speak of anything.
    private static string Code(string line) => Quoted().Replace(line.TrimStart().StartsWith("//", StringComparison.Ordinal) ? "" : line, "\"\"");

    [GeneratedRegex("\"(?:[^\"\\\\]|\\\\.)*\"")]
    private static partial Regex Quoted();
}
