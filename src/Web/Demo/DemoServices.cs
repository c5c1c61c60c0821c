namespace Guidan.Web.Demo;

/// <summary>Adds to the program what a demo needs.</summary>
internal static class DemoServices
{
    /// <summary>
    /// The sandbox starts and the shop is filled right after the tables are there and before any worker or job runs: the
    /// past must have happened before the present looks at it.
    /// </summary>
    public static void AddDemo(this IServiceCollection services, DemoSandbox? sandbox)
    {
        var at = services.ToList().FindIndex(s => s.ImplementationType == typeof(SchemaStart)) + 1;
        if (sandbox is not null)
        {
            services.AddSingleton(sandbox);
            services.Insert(at++, ServiceDescriptor.Singleton<IHostedService, SandboxStart>());
        }
        services.AddScoped<KeepDemoPictures>();
        services.AddScoped<KeepDemoWords>();
        services.AddScoped<DemoProgress>();
        services.Insert(at, ServiceDescriptor.Singleton<IHostedService>(s => new FillDemo(
            services, s, s.GetService<DemoSandbox>(), s.GetRequiredService<TimeProvider>(), s.GetRequiredService<ILogger<FillDemo>>())));
    }
}
