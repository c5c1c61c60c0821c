using System.Globalization;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace Guidan.Sandbox;

/// <summary>The sandbox as a process of its own, or as a second server inside the demo shop's process.</summary>
public static class SandboxHost
{
    /// <summary>
    /// Runs until told to stop: <c>--urls http://127.0.0.1:5081 --data ./data/sandbox --notice-scale 1
    /// --parcel-step 20</c>. Returns the exit code.
    /// </summary>
    public static async Task<int> Run(string[] args)
    {
        var configuration = new ConfigurationBuilder().AddCommandLine(args).Build();
        await using var app = Build(new()
        {
            DataFolder = configuration["data"] ?? Path.Combine("data", "sandbox"),
            Address = new(configuration["urls"] ?? "http://127.0.0.1:5081"),
            NoticeScale = Number(configuration["notice-scale"], 1),
            ParcelStepSeconds = Number(configuration["parcel-step"], 20),
        }, alone: true);
        await app.RunAsync();
        return 0;
    }

    /// <summary>
    /// A server on the settings' address, ready to start. Its <c>sandbox.json</c> is written already.
    /// </summary>
    /// <param name="alone">It is the whole process, and says where it listens.</param>
    public static WebApplication Build(SandboxSettings settings, bool alone = false)
    {
        // A content root of its own: settings of a shop that hosts the sandbox must not leak into it.
        Directory.CreateDirectory(settings.DataFolder);
        var builder = WebApplication.CreateSlimBuilder(new WebApplicationOptions
        {
            ContentRootPath = Path.GetFullPath(settings.DataFolder),
        });
        builder.WebHost.UseUrls(settings.Address.AbsoluteUri);
        builder.WebHost.ConfigureKestrel(kestrel => kestrel.AddServerHeader = false);
        builder.Logging.AddFilter("Microsoft", LogLevel.Warning);
        if (alone) builder.Logging.AddFilter("Microsoft.Hosting.Lifetime", LogLevel.Information);
        builder.Services.Configure<HostOptions>(options => options.ShutdownTimeout = TimeSpan.FromSeconds(5));
        builder.Services.AddSandbox(settings);
        var app = builder.Build();
        app.MapSandbox();
        return app;
    }

    private static double Number(string? text, double otherwise) =>
        double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var number) && number > 0
            ? number
            : otherwise;
}
