namespace BriPipeline.Benchmarks.Fuzzing;

/// <summary>Damages the bytes of a file; equal seeds give equal damage.</summary>
public static class Mutation
{
    private static readonly byte[][] Odd =
    [
        [0xFF, 0xFF, 0xFF, 0xFF],
        [0, 0, 0, 0],
        [0x7F, 0xFF, 0xFF, 0x7F],
        "\"\"\""u8.ToArray(),
        "<table><tr><td colspan=\"9999999\">"u8.ToArray(),
        "]]>&#0;<!--"u8.ToArray(),
        "=1+1|cmd"u8.ToArray(),
        ",;\t\r\n\r"u8.ToArray(),
    ];

    public static byte[] Of(byte[] file, int seed)
    {
        // Not for secrets: the same damage must come again.
#pragma warning disable CA5394
        var random = new Random(seed);
        var bytes = new List<byte>(file);
        for (var times = 1 << random.Next(5); times > 0 && bytes.Count > 8; times--)
        {
            var at = random.Next(bytes.Count);
            var length = Math.Min(bytes.Count - at, 1 + random.Next(1 << random.Next(12)));
            switch (random.Next(8))
            {
                case 0:
                    bytes[at] = (byte)random.Next(256);
                    break;
                case 1:
                    bytes[at] ^= (byte)(1 << random.Next(8));
                    break;
                case 2:
                    bytes.RemoveRange(at, length);
                    break;
                case 3:
                    bytes.InsertRange(at, bytes.GetRange(random.Next(bytes.Count - length + 1), length));
                    break;
                case 4:
                    bytes.InsertRange(at, Odd[random.Next(Odd.Length)]);
                    break;
                case 5:
                    var odd = Odd[random.Next(Odd.Length)];
                    for (var i = 0; i < odd.Length && at + i < bytes.Count; i++)
                    {
                        bytes[at + i] = odd[i];
                    }

                    break;
                case 6 when random.Next(4) == 0:
                    bytes.RemoveRange(at, bytes.Count - at);
                    break;
                default:
                    for (var i = at; i < at + length; i++)
                    {
                        bytes[i] = 0;
                    }

                    break;
            }
        }
#pragma warning restore CA5394

        return [.. bytes];
    }
}
