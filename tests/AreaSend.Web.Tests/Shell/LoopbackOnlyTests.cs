using System.Net;
using AreaSend.Web.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging.Abstractions;

namespace AreaSend.Web.Tests.Shell;

public class LoopbackOnlyTests
{
    [Theory]
    [InlineData("127.0.0.1", "localhost:5080", 200, "the console as it is meant to be opened")]
    [InlineData("::1", "[::1]:5080", 200, "the same by IPv6")]
    [InlineData("127.0.0.1", "127.0.0.1", 200, "by number")]
    [InlineData("192.0.2.7", "localhost", 403, "another machine, whatever it says it asks for")]
    [InlineData("127.0.0.1", "evil.example.org", 400, "a name elsewhere that points here")]
    [InlineData("127.0.0.1", "localhost.example.org", 400, "a name that only begins like ours")]
    [InlineData("127.0.0.1", "", 400, "no name at all")]
    public async Task Request_IsAnsweredOnlyFromAndToThisMachine(string remote, string host, int status, string because)
    {
        // Arrange
        var context = new DefaultHttpContext();
        context.Connection.RemoteIpAddress = IPAddress.Parse(remote);
        context.Request.Host = new HostString(host);
        var guard = new LoopbackOnly(_ => Task.CompletedTask, NullLogger<LoopbackOnly>.Instance);

        // Act
        await guard.InvokeAsync(context);

        // Assert
        Assert.True(status == context.Response.StatusCode, because);
    }
}
