using AreaSend.Core.Inspections;
using AreaSend.Core.Timetables;

namespace AreaSend.Core.Tests.Notices;

public sealed class NoticeNamesTests
{
    [Theory]
    [InlineData("annex-a-reminder", RecipientRole.Dcs, "Annex A reminder, to the director of children's services")]
    [InlineData("dates-changed", RecipientRole.Pcf, "Dates changed, to the Parent Carer Forum")]
    [InlineData("lano-invitation", RecipientRole.Lano, "LANO invitation, to the local area nominated officer")]
    [InlineData("self-evaluation-asked", RecipientRole.Dcs, "Self-evaluation asked, to the director of children's services")]
    [InlineData("revisit-result", RecipientRole.Dcs, "Re-visit result, to the director of children's services")]
    [InlineData("published", RecipientRole.SecretaryOfStateForHealth, "Published, to the Secretary of State for Health and Social Care")]
    public void Show_SaysWhichNoticeAndToWhom(string template, RecipientRole to, string words) => Assert.Equal(words, NoticeNames.Show(template, to));
}
