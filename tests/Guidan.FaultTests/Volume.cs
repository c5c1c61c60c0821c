using System.Diagnostics;

namespace Guidan.FaultTests;

/// <summary>A small disk in memory. Mounting one needs root and the permission to mount.</summary>
internal static class Volume
{
    /// <summary>Null when a disk can be mounted; else why not.</summary>
    public static async Task<string?> WhyNot()
    {
        var folder = Directory.CreateTempSubdirectory("guidan-mount-").FullName;
        try
        {
            await Mount(folder, 1);
            await Unmount(folder);
            return null;
        }
        catch (Exception cause) when (cause is InvalidOperationException or System.ComponentModel.Win32Exception)
        {
            return "a disk of a few megabytes cannot be mounted here: " + cause.Message;
        }
        finally
        {
            Directory.Delete(folder);
        }
    }

    public static async Task Mount(string folder, int megabytes)
    {
        Directory.CreateDirectory(folder);
        await Run("mount", "-t", "tmpfs", "-o", $"size={megabytes}m,mode=0777", "guidan-faults", folder);
    }

    public static Task Unmount(string folder) => Run("umount", folder);

    /// <summary>Takes all the room that is left; the file's name is answered, and deleting it makes room again.</summary>
    public static async Task<string> Fill(string folder)
    {
        var name = Path.Combine(folder, "filler");
        await using var file = new FileStream(name, FileMode.Create, FileAccess.Write, FileShare.None, bufferSize: 0);
        for (var piece = 1 << 20; piece > 0; piece /= 2)
        {
            try
            {
                while (true) await file.WriteAsync(new byte[piece]);
            }
            catch (IOException)
            {
                // Not that much is left: try half of it.
            }
        }
        return name;
    }

    private static async Task Run(string program, params string[] words)
    {
        var start = new ProcessStartInfo(program, words) { RedirectStandardError = true };
        using var process = Process.Start(start)!;
        var said = await process.StandardError.ReadToEndAsync();
        await process.WaitForExitAsync();
        if (process.ExitCode != 0) throw new InvalidOperationException($"{program}: {said.Trim()}");
    }
}
