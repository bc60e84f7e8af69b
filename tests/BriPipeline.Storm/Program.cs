using System.Globalization;
using BriPipeline.Storm;

switch (args)
{
    case ["host", var connection, var source, var path, var now]:
        return await ImportHost.RunAsync(connection, source, path, Time(now), pause: null);
    case ["host", var connection, var source, var path, var now, var before, var occurrence]:
        return await ImportHost.RunAsync(connection, source, path, Time(now), (before, Number(occurrence)));
    case ["kill", var kills]:
        return await KillStorm.RunAsync(Number(kills), Environment.TickCount, WorkerEnds.Killed);
    case ["kill", var kills, var seed]:
        return await KillStorm.RunAsync(Number(kills), Number(seed), WorkerEnds.Killed);
    case ["cut", var cuts]:
        return await KillStorm.RunAsync(Number(cuts), Environment.TickCount, WorkerEnds.CutOff);
    case ["cut", var cuts, var seed]:
        return await KillStorm.RunAsync(Number(cuts), Number(seed), WorkerEnds.CutOff);
    case ["crash", var kills]:
        return await CrashStorm.RunAsync(Number(kills), Environment.TickCount, Crash.Kill);
    case ["crash", var kills, var seed]:
        return await CrashStorm.RunAsync(Number(kills), Number(seed), Crash.Kill);
    case ["power", var cuts]:
        return await CrashStorm.RunAsync(Number(cuts), Environment.TickCount, Crash.Power);
    case ["power", var cuts, var seed]:
        return await CrashStorm.RunAsync(Number(cuts), Number(seed), Crash.Power);
    case ["disk", var times]:
        return await CrashStorm.RunAsync(Number(times), Environment.TickCount, Crash.Disk);
    case ["disk", var times, var seed]:
        return await CrashStorm.RunAsync(Number(times), Number(seed), Crash.Disk);
    case ["uploads", var uploads]:
        return await UploadStorm.RunAsync(Number(uploads));
    default:
        await Console.Error.WriteLineAsync(
            "Usage: kill KILLS [SEED] | cut CUTS [SEED] | crash KILLS [SEED] | power CUTS [SEED] | disk TIMES [SEED] | uploads COUNT"
        );
        return 2;
}

static int Number(string text) => int.Parse(text, CultureInfo.InvariantCulture);

static DateTimeOffset Time(string text) => DateTimeOffset.ParseExact(text, "O", CultureInfo.InvariantCulture);
