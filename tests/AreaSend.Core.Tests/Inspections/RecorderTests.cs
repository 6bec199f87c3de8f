using AreaSend.Core.Inspections;

namespace AreaSend.Core.Tests.Inspections;

public class RecorderTests
{
    private static readonly Guid Person = Guid.Parse("01990000-0000-7000-8000-000000000001");

    public static TheoryData<string, Recorder, string> Kept { get; } = new()
    {
        { "Coordinator", Recorder.Coordinator, "as events were recorded before persons were known" },
        { "Lead inspector", Recorder.LeadInspector, "two words, the last of which is no person" },
        { "Lano", new(RecorderRole.Lano), "an officer whose entry was not kept" },
        { "Engine", Recorder.Engine, "the clock" },
        { "Ingestion", Recorder.Ingestion, "the checks of documents" },
        { "Simulation", Recorder.Simulation, "at the prompt" },
        { $"Coordinator {Person}", new(RecorderRole.Coordinator, Person), "with the person" },
        { $"Lead inspector {Person}", new(RecorderRole.LeadInspector, Person), "two words and the person" },
    };

    [Theory, MemberData(nameof(Kept))]
    public void Text_ReadAgain_IsTheSame(string text, Recorder recorder, string reason)
    {
        Assert.True(recorder == Recorder.Read(text), reason);
        Assert.Equal(text, recorder.Text);
    }

    [Theory]
    [InlineData("", "nothing")]
    [InlineData("Somebody", "a role of a later version")]
    [InlineData("coordinator", "roles are kept as they are written")]
    [InlineData("Coordinator of another kind", "no person follows")]
    [InlineData("Unknown role", "what pages say of it is no role")]
    public void Read_ARoleThatThisVersionDoesNotKnow_IsUnknown(string text, string reason) => Assert.True(Recorder.Unknown == Recorder.Read(text), reason);

    [Fact]
    public void Read_APersonOfARoleOfALaterVersion_KeepsThePerson() =>
        Assert.Equal(new Recorder(RecorderRole.Unknown, Person), Recorder.Read($"Somebody {Person}"));

    [Fact]
    public void Text_OfNobody_IsABug() => Assert.Throws<InvalidOperationException>(() => Recorder.Unknown.Text);

    [Fact]
    public void Text_OfEveryRole_IsReadAgain() => Assert.All(
        Enum.GetValues<RecorderRole>().Where(role => role != RecorderRole.Unknown),
        role => Assert.Equal(role, Recorder.Read(new Recorder(role, Person).Text).Role));
}
