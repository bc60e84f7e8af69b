using System.Globalization;
using BriPipeline.Storm;

switch (args)
{
    case ["host", var connection, var source, var path, var now]:
        return await ImportHost.RunAsync(connection, source, path, Time(now), pause: null);
    case ["host", var connection, var source, var path, var now, var before, var occurrence]:
        return await ImportHost.RunAsync(connection, source, path, Time(now), (before, Number(occurrence)));
    case ["kill", var kills]:
        return await KillStorm.RunAsync(Number(kills), Environment.TickCount);
    case ["kill", var kills, var seed]:
        return await KillStorm.RunAsync(Number(kills), Number(seed));
    default:
        await Console.Error.WriteLineAsync("Usage: kill KILLS [SEED]");
        return 2;
}

static int Number(string text) => int.Parse(text, CultureInfo.InvariantCulture);

static DateTimeOffset Time(string text) => DateTimeOffset.ParseExact(text, "O", CultureInfo.InvariantCulture);
