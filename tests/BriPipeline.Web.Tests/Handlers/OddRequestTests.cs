using System.Net.Sockets;
using System.Text;

namespace BriPipeline.Web.Tests.Handlers;

/// <summary>Requests that no browser sends, byte by byte.</summary>
public sealed class OddRequestTests : PageTests
{
    [Theory]
    [InlineData("GET / HTTP/1.0\r\n\r\n")]
    [InlineData("GET / HTTP/1.0\r\nHost:\r\n\r\n")]
    [InlineData("GET /api/v1/uploads HTTP/1.0\r\n\r\n")]
    [InlineData("GET /nowhere HTTP/1.0\r\n\r\n")]
    [InlineData("PUT /api/v1/uploads/kz-bns/a.csv HTTP/1.0\r\nContent-Length: 1\r\n\r\nx")]
    public async Task Request_IsRefusedAsOfAnotherHost_WhereItNamesNone(string request)
    {
        var answer = await SendAsync(request);

        Assert.StartsWith("HTTP/1.1 421 ", answer, StringComparison.Ordinal);
        Assert.Empty(Storage.Uploads);
    }

    [Theory]
    [InlineData("//evil.example/")]
    [InlineData("/\\evil.example/")]
    [InlineData("/%5Cevil.example/")]
    [InlineData("/a\\..\\\\evil.example")]
    [InlineData(":80/")]
    [InlineData("@evil.example/")]
    public async Task Language_GoesBackToAPageOfItsOwn_WhateverTheRefererSays(string after)
    {
        var own = Client.BaseAddress!;
        var form = "language=ru";
        var answer = await SendAsync(
            $"POST /language HTTP/1.1\r\nHost: {own.Authority}\r\nReferer: http://{own.Authority}{after}\r\n"
                + $"Content-Type: application/x-www-form-urlencoded\r\nContent-Length: {form.Length}\r\nConnection: close\r\n\r\n{form}"
        );

        Assert.StartsWith("HTTP/1.1 302 ", answer, StringComparison.Ordinal);
        var location = answer.Split("\r\n").Single(line => line.StartsWith("Location: ", StringComparison.Ordinal));
        Assert.Equal(own.Authority, new Uri(own, location["Location: ".Length..]).Authority);
    }

    private async Task<string> SendAsync(string request)
    {
        using var client = new TcpClient();
        await client.ConnectAsync(Client.BaseAddress!.Host, Client.BaseAddress.Port, Cancellation);
        var stream = client.GetStream();
        await stream.WriteAsync(Encoding.ASCII.GetBytes(request), Cancellation);
        using var reader = new StreamReader(stream, Encoding.UTF8);
        return await reader.ReadToEndAsync(Cancellation);
    }
}
