using System.Net;
using AreaSend.Core.Calendars;
using AreaSend.Core.Inspections;
using AreaSend.Core.Timetables;
using AreaSend.Services.Inspections;
using AreaSend.Services.Mail;
using AreaSend.Services.Staff;
using AreaSend.Services.Store;
using AreaSend.Testing;
using AreaSend.Web.Security;
using AreaSend.Web.SignIn;
using AreaSend.Web.Tests.Shell;
using Microsoft.Extensions.DependencyInjection;
using NodaTime;

namespace AreaSend.Web.Tests.SignIn;

/// <summary>Documents by route and role for people who have signed in: a coordinator sees those of all inspections, an inspector of those whose team they are on, a reader none.</summary>
public sealed class TeamTests : SignInTest
{
    [Fact]
    public async Task Get_EachRouteOfDocuments_ByRoleAndTeam_IsAnsweredAsTheTableSays()
    {
        // Arrange
        var (ours, theirs) = (await PlannedAsync("888"), await PlannedAsync("202"));
        var people = new Dictionary<Role, Visitor>
        {
            [Role.Coordinator] = (await Host.SignedInAsync("pat")).Visitor,
            [Role.LeadInspector] = (await Host.SignedInAsync("lee")).Visitor,
            [Role.Inspector] = (await Host.SignedInAsync("ines")).Visitor,
            [Role.Reader] = (await Host.SignedInAsync("remi")).Visitor,
            [Role.Administrator] = (await Host.SignedInAsync("ada")).Visitor,
        };
        await AddAsync(ours, "Ines Fictional", Today, to: null);
        await AddAsync(theirs, "Ines Fictional", Today.PlusDays(-9), Today.PlusDays(-1));
        await AddAsync(theirs, "Ines Fictional", Today.PlusDays(2), to: null);
        await Host.Services.GetRequiredService<ContactBook>().NameLeadAsync(ours, new Mailbox("Lee Fictional", "lee@example.org"));

        var routes = RouteTests.Patterns.Where(pattern => Policies.ForTheTeam.Contains(RouteTests.WhoMayOpen(pattern))).ToList();
        Assert.NotEmpty(routes);
        foreach (var (role, visitor) in people)
        {
            foreach (var (inspection, isOurs) in ((Guid, bool)[])[(ours, true), (theirs, false)])
            {
                foreach (var pattern in routes)
                {
                    // Act
                    var answer = await visitor.Client.GetAsync(RouteTests.Address(pattern).Replace("/inspections/0199a0f0-0000-7000-8000-000000000000", $"/inspections/{inspection}", StringComparison.Ordinal));

                    // Assert
                    var mayOpen = Policies.Table[RouteTests.WhoMayOpen(pattern)].Contains(role) && (role == Role.Coordinator || isOurs);
                    Assert.True(mayOpen == (answer.StatusCode != HttpStatusCode.Forbidden), $"{pattern} as {role}, {(isOurs ? "on the team" : "not on it today")}: {answer.StatusCode}");
                }

                var tabs = (await visitor.OpenAsync($"/inspections/{inspection}")).QuerySelectorAll("nav a").Select(link => link.TextContent.Trim());
                Assert.Equal(Policies.Table[Policies.Documents].Contains(role) && (role == Role.Coordinator || isOurs), tabs.Contains("Documents"));
            }
        }
    }

    private LocalDate Today => LondonTime.DateOf(Host.Services.GetRequiredService<IClock>().GetCurrentInstant());

    private async Task<Guid> PlannedAsync(string area) => Assert.IsType<Recording.Recorded>(await Host.Services.GetRequiredService<InspectionStore>().PlanAsync(
        area, InspectionKind.Full, Today.PlusWeeks(6).Next(IsoDayOfWeek.Monday), Recorder.Coordinator)).Inspection.Id;

    private async Task AddAsync(Guid inspection, string name, LocalDate from, LocalDate? to)
    {
        var teams = Host.Services.GetRequiredService<InspectionTeams>();
        var person = (await teams.KnownAsync()).Single(person => person.Name == name);
        Assert.Null(await teams.AddAsync(new TeamMember { Id = Guid.CreateVersion7(), Inspection = inspection, Staff = person.Id, From = from, To = to },
            InspectionTeams.VersionOf(await teams.OfAsync(inspection))));
    }
}
