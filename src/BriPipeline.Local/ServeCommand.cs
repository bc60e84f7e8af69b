using System.Net;
using System.Net.Sockets;
using BriPipeline.Local.CommandLine;
using BriPipeline.Storage;
using BriPipeline.Web;
using BriPipeline.Web.Access;
using BriPipeline.Web.Handlers;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace BriPipeline.Local;

/// <summary><c>bri serve</c>: storage, watcher, schedule and page in one process.</summary>
/// <param name="Port">Of the page; 0 for any that is free.</param>
internal sealed record ServeCommand(string DataFolder, int Port, bool ImportSamples)
{
    internal const int UsualPort = 5080;

    internal async Task<int> RunAsync(Terminal terminal, CancellationToken cancellation)
    {
        await using var storage = await LocalStorage.OpenAsync(DataFolder, terminal.Say, cancellation);
        var schedule = SummarySchedule.TextOf(storage.Configuration);
        SummarySchedule.Parse(schedule);
        await using var app = Build(storage, terminal, Free(Port));
        await app.StartAsync(cancellation);
        var address = app.Urls.First();
        if (new Uri(address).Port is var given && Port != 0 && given != Port)
        {
            terminal.Say(
                $"Port {Port} is taken by another program, so the page is at {address}. --port chooses another."
            );
        }

        terminal.Say($"Data folder: {Path.GetFullPath(DataFolder)}");
        terminal.Say($"Watching the uploads; compiling summaries by the schedule {schedule} (UTC).");
        await terminal.Output.WriteLineAsync($"Ready: {address} (Ctrl+C stops)");
        await terminal.Output.FlushAsync(cancellation);
        if (ImportSamples)
        {
            app.Services.GetRequiredService<SampleFiles>().Begin();
        }

        await app.WaitForShutdownAsync(cancellation);
        terminal.Say("Stopping ...");
        return ExitCodes.Done;
    }

    /// <summary>The port, or 0 for any that is free where another program listens on it.</summary>
    private static int Free(int port)
    {
        try
        {
            using var listener = new TcpListener(IPAddress.Loopback, port);
            listener.Start();
            return port;
        }
        catch (SocketException)
        {
            return 0;
        }
    }

    private static WebApplication Build(LocalStorage storage, Terminal terminal, int port)
    {
        var settings = storage.Configuration;
        var builder = WebApplication.CreateSlimBuilder();
        builder.Configuration.AddConfiguration(settings);
        builder
            .Logging.ClearProviders()
            .SetMinimumLevel(LogLevel.Warning)
            .AddSimpleConsole(line => line.SingleLine = true);
        builder.Services.Configure<Microsoft.Extensions.Logging.Console.ConsoleLoggerOptions>(console =>
            console.LogToStandardErrorThreshold = LogLevel.Trace
        );
        builder.WebHost.ConfigureKestrel(kestrel =>
        {
            kestrel.AddServerHeader = false;
            kestrel.Limits.MaxRequestBodySize = UploadLimits.FormBytes;
            if (port == 0)
            {
                kestrel.Listen(IPAddress.Loopback, 0);
            }
            else
            {
                kestrel.ListenLocalhost(port);
            }
        });
        builder.Services.AddBriPipeline(settings).AddSpool(storage.DataFolder);
        builder.Services.AddSingleton<ICallers, LocalCallers>();
        builder.Services.AddSingleton(terminal);
        builder.Services.AddSingleton(services =>
            ActivatorUtilities.CreateInstance<SampleFiles>(
                services,
                Path.Combine(AppContext.BaseDirectory, "Samples"),
                (Action<string>)terminal.Say,
                services.GetRequiredService<StoragePorts>().Uploads,
                services.GetRequiredService<IHostApplicationLifetime>().ApplicationStopping
            )
        );
        builder.Services.AddSingleton(storage);
        builder.Services.AddHostedService<EmulatorKeeper>();
        builder.Services.AddHostedService<UploadWatcher>();
        builder.Services.AddHostedService<SummarySchedule>();
        var app = builder.Build();
        app.MapBriPipeline();
        return app;
    }
}
