using System.Xml.Linq;

namespace Guidan.Tests.Tidy;

/// <summary>The sources as the tidy tests read them: never what a build wrote.</summary>
internal static class Sources
{
    private static readonly string[] Written = ["bin", "obj", "node_modules", "artifacts", ".git", "dist", "data", "TestResults"];

    /// <summary>Files below a folder of the tree, by their ending; paths as people write them, from the root.</summary>
    public static IEnumerable<SourceFile> Files(string folder, params string[] endings)
    {
        var whole = Repository.At(folder);
        return Directory.Exists(whole) ? Below(whole, endings) : [];
    }

    /// <summary>Every project of the product, by the name of its folder.</summary>
    public static IReadOnlyDictionary<string, XDocument> Projects { get; } = Directory
        .GetDirectories(Repository.At("src"))
        .Select(folder => Path.Combine(folder, Path.GetFileName(folder) + ".csproj"))
        .Where(File.Exists)
        .ToDictionary(file => Path.GetFileNameWithoutExtension(file), file => XDocument.Load(file));

    private static IEnumerable<SourceFile> Below(string folder, string[] endings)
    {
        foreach (var file in Directory.GetFiles(folder).Order())
        {
            if (endings.Length == 0 || endings.Any(e => file.EndsWith(e, StringComparison.Ordinal)))
                yield return new SourceFile(Path.GetRelativePath(Repository.Root, file).Replace('\\', '/'));
        }
        foreach (var below in Directory.GetDirectories(folder).Order())
        {
            if (Written.Contains(Path.GetFileName(below))) continue;
            foreach (var file in Below(below, endings)) yield return file;
        }
    }
}

/// <summary>One file of the tree.</summary>
/// <param name="Path">From the root, with slashes.</param>
internal sealed record SourceFile(string Path)
{
    public string Text => File.ReadAllText(Repository.At(Path));

    public string[] Lines => File.ReadAllLines(Repository.At(Path));

    public bool IsGenerated => Path.StartsWith("src/Web/Migrations/", StringComparison.Ordinal);

    public override string ToString() => Path;
}
