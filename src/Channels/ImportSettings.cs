using Microsoft.Extensions.Configuration;

namespace Guidan.Channels;

/// <summary>Where files to import are kept.</summary>
internal sealed record ImportSettings(string Folder)
{
    public string FileOf(Guid import) => Path.Combine(Folder, import.ToString("N"));

    /// <summary>A new name in the same folder, for a file that is still arriving.</summary>
    public string Arriving()
    {
        Directory.CreateDirectory(Folder);
        return Path.Combine(Folder, $"arriving-{Guid.CreateVersion7():N}");
    }

    public static ImportSettings Of(IConfiguration configuration) =>
        new(Path.Combine(Path.GetFullPath(configuration["data"] ?? "data"), "imports"));
}
