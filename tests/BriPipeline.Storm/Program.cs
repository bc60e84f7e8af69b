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
    case ["crash", var kills]:
        return await CrashStorm.RunAsync(Number(kills), Environment.TickCount, isPowerCut: false);
    case ["crash", var kills, var seed]:
        return await CrashStorm.RunAsync(Number(kills), Number(seed), isPowerCut: false);
    case ["power", var cuts]:
        return await CrashStorm.RunAsync(Number(cuts), Environment.TickCount, isPowerCut: true);
    case ["power", var cuts, var seed]:
        return await CrashStorm.RunAsync(Number(cuts), Number(seed), isPowerCut: true);
    case ["uploads", var uploads]:
        return await UploadStorm.RunAsync(Number(uploads));
    default:
        await Console.Error.WriteLineAsync(
            "Usage: kill KILLS [SEED] | crash KILLS [SEED] | power CUTS [SEED] | uploads COUNT"
        );
        return 2;
}

static int Number(string text) => int.Parse(text, CultureInfo.InvariantCulture);

static DateTimeOffset Time(string text) => DateTimeOffset.ParseExact(text, "O", CultureInfo.InvariantCulture);
