using AreaSend.Core.Notices;

namespace AreaSend.Core.Tests.Notices;

public sealed class NoticeNamesTests
{
    [Theory]
    [InlineData("annex-a-reminder:dcs:2026-11-24T1100:-2h", "Annex A reminder, to the director of children's services")]
    [InlineData("dates-changed:pcf:41", "Dates changed, to the Parent Carer Forum")]
    [InlineData("lano-invitation:lano:11", "LANO invitation, to the local area nominated officer")]
    [InlineData("published:sos-health", "Published, to the Secretary of State for Health and Social Care")]
    [InlineData("notification:nobody-we-know", "Notification")] // a role of a later version
    [InlineData("notification", "Notification")]
    public void OfKey_SaysWhichNoticeAndToWhom(string key, string words) => Assert.Equal(words, NoticeNames.OfKey(key));
}
