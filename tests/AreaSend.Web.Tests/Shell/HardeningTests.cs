using System.Net;
using System.Text;
using AreaSend.Services.Store;
using AreaSend.Web.Sandbox.Patterns;
using AreaSend.Web.Security;
using AreaSend.Web.SignIn;
using AreaSend.Web.Tests.Components.Forms;
using Microsoft.AspNetCore.Http;
using Microsoft.EntityFrameworkCore;

namespace AreaSend.Web.Tests.Shell;

/// <summary>What an attacker, an odd browser or a damaged database meets.</summary>
public class HardeningTests(ConsoleFactory factory) : IClassFixture<ConsoleFactory>
{
    [Theory]
    [InlineData("/inspections?page=2", "/inspections?page=2")]
    [InlineData("/é", "/")]
    [InlineData("/\u2028", "/")]
    [InlineData("/\u202e", "/")]
    [InlineData("/\u00a0", "/")]
    [InlineData("/.//evil.example", "/")]
    [InlineData("//evil.example", "/")]
    [InlineData("/\\evil.example", "/")]
    [InlineData("https://evil.example", "/")]
    [InlineData("", "/")]
    [InlineData(null, "/")]
    public void Address_ToGoBackTo_StaysHereAndFitsAHeader(string? from, string taken) => Assert.Equal(taken, LocalAddress.OrHome(from));

    /// <summary>On the real server: the one in memory takes any letter in a header.</summary>
    [Theory]
    [InlineData("%2F%C3%A9", "a letter with an accent")]
    [InlineData("%2F%E2%80%A8", "a line separator")]
    [InlineData("%2F%3Fq%3D%F0%9F%98%80", "an emoji")]
    public async Task Post_SignInFromAnOddAddress_PicksTheRole(string from, string what)
    {
        await using var real = new ConsoleFactory();
        real.UseKestrel(0);
        real.StartServer();
        var visitor = real.NewVisitor();

        var answer = await visitor.PostAsync($"/sign-in?from={from}", ("Form.Role", nameof(Role.Coordinator)));

        // The client of a real server follows the way back.
        Assert.Equal((what, HttpStatusCode.OK), (what, answer.StatusCode));
        Assert.Equal(HttpStatusCode.OK, (await visitor.Client.GetAsync("/")).StatusCode);
    }

    [Theory]
    [InlineData("/lano/calendar/CfDJ8abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789.ics", "/lano/calendar/…")]
    [InlineData("/inspections/0198f000-0000-7000-8000-000000000000/documents", "/inspections/0198f000-0000-7000-8000-000000000000/documents")]
    [InlineData("/", "/")]
    public void Path_InALog_HoldsNoAddressThatLetsIn(string path, string logged) => Assert.Equal(logged, PathInLog.Of(new PathString(path)));

    [Fact]
    public async Task Put_CalendarAddress_IsNotLogged()
    {
        var secret = $"CfDJ8{new string('x', 120)}";

        var visitor = await factory.NewVisitor().AsAsync(Role.Coordinator);
        await visitor.Client.PutAsync($"/lano/calendar/{secret}.ics", new StringContent(""));

        Assert.Contains(factory.Log, line => line.Text.Contains("/lano/calendar/…", StringComparison.Ordinal));
        Assert.DoesNotContain(factory.Log, line => line.Text.Contains(secret, StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("/")]
    [InlineData("/worklist.csv")]
    [InlineData("/nowhere")]
    public async Task Get_WhatIsNotForEverybody_IsKeptByNobody(string address)
    {
        var visitor = await factory.NewVisitor().AsAsync(Role.Coordinator);

        var answer = await visitor.Client.GetAsync(address);

        Assert.True(answer.Headers.CacheControl!.NoStore);
    }

    /// <summary>A form of another page, or of an earlier version of this one: the failure page, not a blank one.</summary>
    [Fact]
    public async Task Post_FormThatThePageHasNot_IsAnsweredWithAPage()
    {
        var visitor = await factory.NewVisitor().AsAsync(Role.Coordinator);

        var answer = await visitor.PostAsync(ExampleFormPage.Path, ("_handler", "no-such-form"));

        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
        Assert.Equal("This page cannot take what was sent", (await Visitor.ReadAsync(answer)).QuerySelector("h1")?.TextContent);
    }

    /// <summary>A browser sends every field of a form; a program need not.</summary>
    [Fact]
    public async Task Post_FormWithoutItsFields_SaysWhatIsMissing()
    {
        var visitor = await factory.NewVisitor().AsAsync(Role.Coordinator);

        var answer = await visitor.PostAsync(ExampleFormPage.Path);

        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        Assert.Contains("Enter the date they asked", (await Visitor.ReadAsync(answer)).QuerySelector(".govuk-error-summary")!.TextContent, StringComparison.Ordinal);
    }

    /// <summary>Every model of a form stands a program that leaves out what belongs to a date or a list.</summary>
    [Fact]
    public void Models_OfForms_HoldNoNullWhereAPageReadsParts()
    {
        var models = typeof(ExampleFormPage).Assembly.GetTypes()
            .Where(type => type is { IsClass: true, IsAbstract: false } && type.Name.EndsWith("Form", StringComparison.Ordinal) && type.GetConstructor(Type.EmptyTypes) is not null);
        var parts =
            from model in models
            from property in model.GetProperties()
            where property.CanWrite && (property.PropertyType == typeof(AreaSend.Web.Components.Forms.DateParts) || property.PropertyType == typeof(List<string?>))
            select (model, property);
        Assert.NotEmpty(parts);
        Assert.All(parts, part =>
        {
            var form = Activator.CreateInstance(part.model, nonPublic: true);
            part.property.SetValue(form, null);
            Assert.True(part.property.GetValue(form) is not null, $"{part.model.Name}.{part.property.Name} can be null");
        });
    }

    [Fact]
    public async Task Health_StorageAway_IsNotWellButAlive()
    {
        using var client = factory.CreateClient();

        Assert.Equal(HttpStatusCode.ServiceUnavailable, (await client.GetAsync("/health")).StatusCode);
        Assert.Equal(HttpStatusCode.OK, (await client.GetAsync("/health/live")).StatusCode);
    }

    [Theory]
    [InlineData("UPDATE inspection_events SET payload = '{{not json' WHERE inspection = {0}")]
    [InlineData("UPDATE inspection_events SET recorded_at = 9223372036854775807 WHERE inspection = {0}")]
    public async Task Damaged_OneInspection_SaysSoOnItsPagesAndLeavesTheOthersAlone(string damage)
    {
        await using var host = new EmptyStoreHost();
        var (damaged, sound) = (await host.PlannedAsync("302"), await host.PlannedAsync("303"));
        await using (var context = host.Get<StoreDatabase>().Open())
        {
            await context.Database.ExecuteSqlRawAsync(damage, damaged);
        }

        var visitor = await host.CoordinatorAsync();
        var worklist = await visitor.OpenAsync("/");
        Assert.Contains("changed after it had been recorded", worklist.QuerySelector("main")!.TextContent, StringComparison.Ordinal);
        foreach (var address in new[] { "/worklist.csv", "/inspections", "/calendar", "/calendar/what-if", "/areas", "/sandbox/clock", $"/inspections/{sound}" })
        {
            Assert.Equal((address, HttpStatusCode.OK), (address, (await visitor.Client.GetAsync(address)).StatusCode));
        }

        var hold = await visitor.PostAsync("/publication/hold", [("Form.Scope", "Country"), .. FormsHost.Date("Form.Until", new LocalDate(2028, 3, 1)), ("Form.Reason", "An election")]);
        var covered = (await Visitor.ReadAsync(hold)).QuerySelector("main")!.TextContent;
        Assert.Equal(HttpStatusCode.OK, hold.StatusCode);
        Assert.Contains("Barnet: the history of this inspection cannot be read, so its dates stay as they are.", covered, StringComparison.Ordinal);
        Assert.Contains("It covers 1 open inspection,", covered, StringComparison.Ordinal);

        foreach (var below in new[] { "", "/history", "/notices", "/documents", "/people", "/engine" })
        {
            var answer = await visitor.Client.GetAsync($"/inspections/{damaged}{below}");
            var page = await Visitor.ReadAsync(answer);
            Assert.Equal((below, "This inspection cannot be read"), (below, page.QuerySelector("h1")?.TextContent));
            Assert.Contains($"The history of inspection {damaged} is damaged", page.QuerySelector("main")!.TextContent, StringComparison.Ordinal);
        }
    }
}
