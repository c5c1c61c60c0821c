using Guidan.Kernel;

namespace Guidan.Channels;

/// <summary>A category named from the top of the tree down: Clothing &gt; Shirts.</summary>
internal static class CategoryPath
{
    public static IReadOnlyList<Text> Of(string path, Func<string, Text> spoken) => path
        .Split('>', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries).Select(spoken).ToList();
}
