using System.Text.Json;

namespace BriPipeline.Core.Summaries;

/// <summary>A run over the summaries that were due: <c>summaries/schedule.json</c> holds the last one.</summary>
/// <param name="Summaries">How many were due.</param>
/// <param name="Failures">Why some could not be compiled.</param>
public sealed record ScheduleRun(DateTimeOffset At, int Summaries, IReadOnlyList<string> Failures)
{
    internal const string Name = "schedule.json";

    internal byte[] ToJson() => JsonSerializer.SerializeToUtf8Bytes(this, JsonSerializerOptions.Web);

    /// <exception cref="JsonException">The bytes are no such record.</exception>
    internal static ScheduleRun? Parse(ReadOnlySpan<byte> json) =>
        JsonSerializer.Deserialize<ScheduleRun>(json, JsonSerializerOptions.Web);
}
