using AreaSend.FileChecks.Archives;
using AreaSend.FileChecks.Tests.Samples;
using CsCheck;

namespace AreaSend.FileChecks.Tests.SecondReaders;

/// <summary>Whatever archive is accepted, other programs unpack from it what was checked, and nothing else.</summary>
public class UnpackerTests
{
    public static TheoryData<string> Accepted => [.. OddFiles.Small.Where(file => file.Kind is not null && file.Content() is [0x50, 0x4B, ..]).Select(file => file.Name)];

    [Theory, MemberData(nameof(Accepted))]
    public void Unpack_AcceptedFile_GivesWhatWasChecked(string name) => RequireSame(OddFiles.Called(name).Content(), name);

    /// <summary>The programs must be there and able to see the difference, or the test above could not fail.</summary>
    [Theory]
    [InlineData("zip: another name in both headers")]
    [InlineData("zip: smaller in front than in the directory")]
    public void Unpack_AttackThatIsRefused_ShowsAnotherArchive(string name)
    {
        var content = OddFiles.Called(name).Content();

        Assert.Contains(Unpacker.All, program => program.Unpack(content).Keys.Any(path => path.EndsWith(".bat", StringComparison.Ordinal) || path.EndsWith(".exe", StringComparison.Ordinal)));
    }

    /// <summary>Any byte of any header may be another one, or some may be put in: the archive is refused, or all programs still see what was checked.</summary>
    [Fact]
    public void Check_ArchivesWithHeadersOverwritten_AreRefusedOrReadAlike()
    {
        byte[][] archives = [.. OddZips.Sound.Select(file => file.Content())];
        Gen.Select(Gen.Int[0, archives.Length - 1],
            Gen.Select(Gen.Int[0, 4_000],
            Gen.OneOf(Gen.Byte, Gen.Const<byte>(0), Gen.Const<byte>(1), Gen.Const<byte>(8), Gen.Const<byte>(0xFF), Gen.Const((byte)0x2F), Gen.Const((byte)0x5C))).Array[1, 3]).Sample(
            (which, changes) =>
            {
                var content = archives[which].ToArray();
                foreach (var (place, value) in changes)
                {
                    content[place % content.Length] = value;
                }

                if (new UploadCheck(new UploadLimits()).Check(new MemoryStream(content), "plans.zip").IsAccepted)
                {
                    RequireSame(content, Convert.ToHexString(content));
                }
            },
            iter: 1_000,
            threads: 2);
    }

    private static void RequireSame(byte[] content, string what)
    {
        var expected = Checked(content);
        foreach (var program in Unpacker.All)
        {
            var found = program.Unpack(content);
            Assert.True(expected.SequenceEqual(found), $"{program} of {what}: {string.Join(", ", found.Keys)} instead of {string.Join(", ", expected.Keys)}");
        }
    }

    private static SortedDictionary<string, string> Checked(byte[] content)
    {
        var parts = ZipParts.Read(new MemoryStream(content), CancellationToken.None);
        var seen = new SortedDictionary<string, string>(StringComparer.Ordinal);
        foreach (var name in parts.Names.Where(name => !name.EndsWith('/')))
        {
            using var part = parts.Open(name)!;
            var copy = new MemoryStream();
            part.CopyTo(copy);
            seen[name.Replace("\u00EB", "e\u0308")] = Convert.ToHexString(copy.ToArray());
        }

        return seen;
    }
}
