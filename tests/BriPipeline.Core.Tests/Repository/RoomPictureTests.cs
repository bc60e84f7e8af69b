using System.Text;
using BriPipeline.Core.Tests.Golden;

namespace BriPipeline.Core.Tests.Repository;

public sealed class RoomPictureTests
{
    [Fact]
    public void Picture_ShowsEveryRoomOnce()
    {
        Assert.Equal(
            RoomOrderTests.Rooms.Order(StringComparer.Ordinal),
            RoomPicture.Rooms.Order(StringComparer.Ordinal)
        );
        GoldenFile.Equal("../../../docs/pictures/rooms.svg", Encoding.UTF8.GetBytes(RoomPicture.Draw()));
    }
}
