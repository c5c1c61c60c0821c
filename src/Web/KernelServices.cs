using Guidan.Kernel;

namespace Guidan.Web;

/// <summary>Registers what the kernel offers.</summary>
internal static class KernelServices
{
    public static void AddKernel(this IServiceCollection services, ShopSettings settings)
    {
        services.AddSingleton(settings);
        services.AddSingleton(settings.Limits);
        services.AddSingleton<TimeProvider>(settings.ClockOffsetFile is { } file ? new OffsetClock(file) : new MicrosecondClock());
        services.AddSingleton(ShopCalendar.For(settings.TimeZone));
        services.AddSingleton<OrderNumbers>();
        services.AddSingleton(_ => Sealer.FromFile(Path.Combine(settings.DataFolder, "keys", "master.key")));
        services.AddSingleton<Database>(s => settings.Postgres is { } connection
            ? new PostgresDatabase(connection, settings.Limits, s.GetRequiredService<ILogger<PostgresDatabase>>())
            : new SqliteDatabase(Path.Combine(settings.DataFolder, "guidan.db"), settings.Limits,
                s.GetRequiredService<ILogger<SqliteDatabase>>()));
        services.AddSingleton<RunningKeys>();
        services.AddSingleton<OutboxSignal>();
        services.AddSingleton<InboxSignal>();
        services.AddScoped<Caller>();
        services.AddScoped<RequestKey>();
        services.AddScoped<ShopDb>();
        services.AddScoped<Claims>();
        services.AddScoped<Outbox>();
        services.AddScoped<Inbox>();
        services.AddScoped<InboxReceipt>();
        services.AddScoped<Settings>();
        services.AddScoped<SignInThrottle>();
        // The schema is there before any worker looks for work: hosted services start in this order.
        services.AddHostedService<SchemaStart>();
        services.AddHostedService<OutboxWorker>();
        services.AddHostedService<InboxWorker>();
        services.AddHostedService<JobRunner>();
    }
}
