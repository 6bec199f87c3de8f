using System.Buffers.Binary;

namespace AreaSend.FileChecks.CompoundFiles;

/// <summary>Walks the records of a PowerPoint 97 to 2003 presentation; a record of version 15 holds others, which follow its head.</summary>
internal static class PresentationRecords
{
    private const int Container = 0xF;
    private const int BasicAtom = 0x0400;
    private const int ObjectStorage = 0x1011;
    private const int ControlAtom = 0x0FFB;
    private const int LinkAtom = 0x0FD1;
    private const int InteractiveAtom = 0x0FF3;
    private const int ActionAt = 8;
    private const int RunsMacro = 1;
    private const int RunsProgram = 2;
    private const int RecordStart = 16;
    private const int CryptSession = 0x2F14;
    private const uint EncryptedToken = 0xF3D1C4DF;

    public static void Check(CompoundStream slides, Stream? currentUser)
    {
        RefuseEncrypted(currentUser);
        var head = new byte[8];
        while (slides.ReadAtLeast(head, head.Length, throwOnEndOfStream: false) == head.Length)
        {
            if ((head[0] & 0xF) != Container)
            {
                CheckRecord(slides, BinaryPrimitives.ReadUInt16LittleEndian(head.AsSpan(2)), BinaryPrimitives.ReadUInt32LittleEndian(head.AsSpan(4)));
            }
        }
    }

    private static void CheckRecord(CompoundStream slides, int type, uint length)
    {
        var start = new byte[Math.Min(length, RecordStart)];
        slides.ReadExactly(start);
        slides.Skip(length - start.Length);
        var refusal = type switch
        {
            BasicAtom when start is [_, _, _, _, not 0, ..] => Refusals.Macros,
            ObjectStorage => Refusals.EmbeddedObject,
            ControlAtom => Refusals.ActiveX,
            LinkAtom => Refusals.ExternalLink,
            InteractiveAtom when start.Length > ActionAt && start[ActionAt] == RunsMacro => Refusals.Macros,
            InteractiveAtom when start.Length > ActionAt && start[ActionAt] == RunsProgram => Refusals.LinkThatRuns,
            CryptSession => Refusals.Encrypted,
            _ => null,
        };
        if (refusal is not null)
        {
            throw new RefusedException(refusal);
        }
    }

    private static void RefuseEncrypted(Stream? currentUser)
    {
        var atom = new byte[16];
        if (currentUser is not null
            && currentUser.ReadAtLeast(atom, atom.Length, throwOnEndOfStream: false) == atom.Length
            && BinaryPrimitives.ReadUInt32LittleEndian(atom.AsSpan(12)) == EncryptedToken)
        {
            throw new RefusedException(Refusals.Encrypted);
        }
    }
}
