using Guidan.Kernel;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;

namespace Guidan.Channels;

/// <summary>What comes from and goes to other shops: today, files of products.</summary>
public sealed class ChannelsModule : Module
{
    public override string Name => "Channels";

    public override IReadOnlyList<Permission> Permissions => [new("products.import", new("导入商品", "Import products"))];

    public override void Tables(ModelBuilder model) => ChannelsTables.Map(model);

    public override void Services(IServiceCollection services, IConfiguration configuration)
    {
        services.AddSingleton(ImportSettings.Of(configuration));
        services.AddSingleton<ImportSignal>();
        services.AddScoped<ImportQueue>();
        services.AddScoped<ImportRun>();
        services.AddScoped<ImportProducts>();
        services.AddScoped<ProductIntake>();
        services.AddScoped<CategoryIntake>();
        services.AddScoped<StartImport>();
        services.AddScoped<ImportQueries>();
        services.AddScoped(s => new ImportCommand(s.GetRequiredService<StartImport>(), s.GetRequiredService<ImportRun>(),
            s.GetRequiredService<ImportQueries>(), s.GetRequiredService<ImportSettings>()));
        services.AddHostedService<ImportWorker>();
    }

    public override void AdminRoutes(IEndpointRouteBuilder routes) => ChannelsRoutes.Map(routes);
}
