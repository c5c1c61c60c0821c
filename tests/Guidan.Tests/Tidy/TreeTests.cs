using System.Text.RegularExpressions;

namespace Guidan.Tests.Tidy;

/// <summary>How the tree looks: sizes, endings, addresses.</summary>
public sealed partial class TreeTests
{
    private const int LinesMost = 400;

    // Longer files that are better whole, each with its reason.
    private static readonly Dictionary<string, string> Longer = [];

    [Fact]
    public void No_file_is_longer_than_a_person_keeps_in_mind()
    {
        var found = Sources.Files("src", ".cs", ".razor").Concat(Sources.Files("tests", ".cs"))
            .Where(f => !f.IsGenerated && !Longer.ContainsKey(f.Path) && f.Lines.Length > LinesMost)
            .Select(f => $"{f.Path}: {f.Lines.Length} lines");

        found.ShouldBeEmpty();
    }

    [Fact]
    public void Sources_have_plain_line_ends_and_end_with_one()
    {
        var found = Sources.Files("src", ".cs", ".razor", ".csproj").Concat(Sources.Files("tests", ".cs", ".csproj"))
            .Where(f => !f.IsGenerated && (f.Text.Contains('\r') || !f.Text.EndsWith('\n'))).Select(f => f.Path);

        found.ShouldBeEmpty();
    }

    [Fact]
    public void No_merge_was_left_half_done()
    {
        var found = Sources.Files("", ".cs", ".razor", ".csproj", ".slnx", ".props", ".json", ".md", ".ts", ".tsx", ".css")
            .Where(f => f.Lines.Any(l => l.StartsWith("<<<<<<< ", StringComparison.Ordinal) || l.StartsWith(">>>>>>> ", StringComparison.Ordinal)))
            .Select(f => f.Path);

        found.ShouldBeEmpty();
    }

    // A lock file names what was locked, not where somebody happened to fetch it from.
    [Fact]
    public void Lock_files_hold_no_addresses()
    {
        var found = Sources.Files("", "packages.lock.json", "package-lock.json", "NuGet.Config", "nuget.config", ".npmrc")
            .Where(f => f.Lines.Any(l => l.Contains("\"resolved\"", StringComparison.Ordinal) && l.Contains("http", StringComparison.Ordinal)
                || l.Contains("registry", StringComparison.Ordinal) && l.Contains("http", StringComparison.Ordinal)))
            .Select(f => f.Path);

        found.ShouldBeEmpty();
    }

    [Fact]
    public void Every_project_has_its_lock_file()
    {
        foreach (var module in Sources.Projects.Keys) File.Exists(Repository.At("src", module, "packages.lock.json")).ShouldBeTrue(module);
    }

    [Fact]
    public void No_document_or_source_names_somebodys_machine()
    {
        var found = Sources.Files("", ".md", ".cs", ".razor", ".json", ".ts", ".tsx", ".mjs", ".yml", ".html")
            .SelectMany(f => f.Lines.Where(l => MachinePath().IsMatch(l)).Select(l => $"{f.Path}: {l.Trim()}"));

        found.ShouldBeEmpty();
    }

    [GeneratedRegex(@"(?<![\w.])/(?:work|root|home/\w+|Users/\w+)/|[A-Z]:\\Users\\")]
    private static partial Regex MachinePath();
}
